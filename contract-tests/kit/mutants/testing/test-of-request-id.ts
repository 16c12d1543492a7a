// A user's test for `--test`, which checks a single header.
const headers = { authorization: `Bearer ${process.env['PADDOCK_API_KEY']}` };
const answer = await fetch(`${process.env['PADDOCK_URL']}/customers?per_page=1`, { headers });
process.exit(answer.headers.has('request-id') ? 0 : 1);

export {};
