import httpx

attio = httpx.Client(base_url="https://api.attio.com/v2")
notion = httpx.Client(base_url="https://api.notion.com/v1")
github = httpx.Client(base_url="https://api.github.com")
bare = httpx.Client()

attio.get("/self")  # call: GET /v2/self
notion.get("/self")
github.post("/notes")
bare.get("/lists")
