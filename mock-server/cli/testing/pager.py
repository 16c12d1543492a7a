"""Creates customers, and lists them and transactions as Paddle's SDK for Python pages, without any reference to a mock."""

import os

import requests

api = "https://sandbox-api.paddle.com"
session = requests.Session()
session.headers["Authorization"] = f"Bearer {os.environ['PADDLE_API_KEY']}"


def paged(path):
    url, query = api + path, {"order_by": "id[asc]", "per_page": 2}
    while url:
        response = session.get(url, params=query, timeout=30)
        response.raise_for_status()
        page = response.json()
        yield from page["data"]
        pagination = page["meta"]["pagination"]
        url, query = (pagination["next"], None) if pagination["has_more"] else (None, None)


for email in ("ada@example.com", "sam@example.com", "zoe@example.com"):
    session.post(api + "/customers", json={"email": email}, timeout=30).raise_for_status()
for customer in paged("/customers"):
    print(customer["email"])
for transaction in paged("/transactions"):
    read = session.get(f"{api}/transactions/{transaction['id']}", timeout=30).json()["data"]
    print(read["status"], read["details"]["totals"]["total"])
