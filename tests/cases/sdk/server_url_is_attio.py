"""The address is written out, and it is Attio's."""
from attio import SDK

sdk = SDK(oauth2="t", server_url="https://api.attio.com")
sdk.objects.get_v2_objects()  # call: GET /v2/objects
