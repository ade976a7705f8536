import httpx

attio = httpx.Client(base_url="https://api.attio.com/v2")
openai = httpx.Client(base_url="https://api.openai.com/v1")
