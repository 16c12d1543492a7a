"""Creates customers and lists them page by page, as a program for Paddle's sandbox does. Knows nothing of a mock."""

import os

import requests

session = requests.Session()
session.headers["Authorization"] = f"Bearer {os.environ['PADDLE_API_KEY']}"

for email in ("ada@example.com", "sam@example.com", "zoe@example.com"):
    session.post("https://sandbox-api.paddle.com/customers", json={"email": email}, timeout=30).raise_for_status()

page_url = "https://sandbox-api.paddle.com/customers?per_page=2"
while page_url:
    page = session.get(page_url, timeout=30).json()
    for customer in page["data"]:
        print(customer["email"])
    pagination = page["meta"]["pagination"]
    page_url = pagination["next"] if pagination["has_more"] else None
