"""Step by step with putrequest."""
import http.client

conn = http.client.HTTPSConnection("api.attio.com")
conn.putrequest("GET", "/v2/lists")  # call: GET /v2/lists
conn.putheader("Authorization", "Bearer x")
conn.endheaders()
