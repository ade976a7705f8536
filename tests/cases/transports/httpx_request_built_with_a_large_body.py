import httpx

ROWS = [{"id": number, "values": {"name": "n" * 50, "tags": ["a", "b", "c"], "more": {"x": [1, 2, 3]}}} for number in range(100)]
TEXT = "line of a long text, of which there are many more " * 200

client = httpx.Client(base_url="https://api.attio.com/v2")
request = client.build_request("POST", "/notes", json={"rows": ROWS, "text": TEXT, "again": [TEXT, TEXT]})
client.send(request)  # call: POST /v2/notes
