import httpx

_client = httpx.Client(base_url="https://api.pipedrive.com/v2")
get = _client.get
post = _client.post
delete = _client.delete
