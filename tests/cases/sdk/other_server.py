"""The SDK with the address of another server."""
# expects nothing
from attio import SDK

sdk = SDK(oauth2="t", server_url="http://localhost:4010")
sdk.objects.get_v2_objects()
