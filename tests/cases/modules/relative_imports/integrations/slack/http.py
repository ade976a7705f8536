import httpx

client = httpx.Client(base_url="https://slack.com/api")
