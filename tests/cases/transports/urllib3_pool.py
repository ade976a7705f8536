"""urllib3."""
import urllib3

http = urllib3.PoolManager(headers={"Authorization": "Bearer x"})
http.request("POST", "https://api.attio.com/v2/webhooks", json={})  # call: POST /v2/webhooks
urllib3.request("GET", "https://api.attio.com/v2/webhooks")  # call: GET /v2/webhooks
pool = urllib3.HTTPSConnectionPool("api.attio.com", maxsize=4)
pool.request("GET", "/v2/self")  # call: GET /v2/self
pool.urlopen("GET", "/v2/lists")  # call: GET /v2/lists
urllib3.HTTPSConnectionPool("api.example.com").request("GET", "/v2/self")
