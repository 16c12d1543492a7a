<?php
// Creates customers, and lists them and transactions as Paddle's SDK for PHP pages, without any reference to a mock.
require 'GuzzleHttp/autoload.php';

$client = new GuzzleHttp\Client([
    'base_uri' => 'https://sandbox-api.paddle.com',
    'headers' => ['Authorization' => 'Bearer ' . getenv('PADDLE_API_KEY')],
]);
$read = fn (string $url, array $query = []) => json_decode(
    $client->get($url, $query ? ['query' => $query] : [])->getBody(),
    flags: JSON_THROW_ON_ERROR,
);
$paged = function (string $path) use ($read) {
    $page = $read($path, ['order_by' => 'id[asc]', 'per_page' => 2]);
    while (true) {
        yield from $page->data;
        if (!$page->meta->pagination->has_more) return;
        $page = $read($page->meta->pagination->next);
    }
};

foreach (['ada@example.com', 'sam@example.com', 'zoe@example.com'] as $email) {
    $client->post('/customers', ['json' => ['email' => $email]]);
}
foreach ($paged('/customers') as $customer) {
    echo $customer->email, "\n";
}
foreach ($paged('/transactions') as $transaction) {
    $data = $read("/transactions/$transaction->id")->data;
    echo "$data->status {$data->details->totals->total}\n";
}
