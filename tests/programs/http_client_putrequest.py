import http.client
import os

conn = http.client.HTTPSConnection("api.attio.com")
conn.putrequest("GET", "/v2/workspace_members")
conn.putheader("Authorization", "Bearer " + os.environ["ATTIO_TOKEN"])
conn.endheaders()
assert conn.getresponse().status == 200
conn.close()
