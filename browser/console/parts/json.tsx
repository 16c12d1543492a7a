import { linkTo } from '../route.ts';
import { Code } from './code.tsx';

/** Strings, names of fields, numbers and words of printed JSON. */
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;
const entityId = /^"([a-z]{3,10}_[a-z\d]{26})"$/;
/** IDs that have no page of an entity. */
const others = /^(ntf|ntflog|apikey)_/;
/** Beginning of links to this server's pages, such as a checkout. */
const ownLink = `"${location.origin}/`;
/** Length from which a text is shown plainly, since thousands of elements are slow. */
const plainFrom = 60_000;

/** JSON with colours, whose IDs lead to their entities. */
export function Json({ label, value }: { label: string; value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <Code label={label} text={text}>
      {text.length > plainFrom ? text : tokensOf(text)}
    </Code>
  );
}

function tokensOf(text: string) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, string, colon, number] = match;
    parts.push(text.slice(end, match.index));
    const [, id] = entityId.exec(string ?? '') ?? [];
    if (string !== undefined && colon !== undefined) parts.push(<span class="name">{string}</span>, colon);
    else if (string?.startsWith(ownLink))
      parts.push(
        <a href={string.slice(1, -1)} target="_blank" rel="noreferrer">
          {string}
        </a>,
      );
    else if (id !== undefined && !others.test(id)) parts.push(<a href={linkTo('state', 'entity', id)}>{string}</a>);
    else
      parts.push(<span class={string !== undefined ? 'text' : number !== undefined ? 'number' : 'word'}>{whole}</span>);
    end = match.index + whole.length;
  }
  parts.push(text.slice(end));
  return parts;
}
