"""A resource by getattr with a literal name."""
from attio import SDK

sdk = SDK(oauth2="t")
getattr(sdk, "files").get_v2_files()  # call: GET /v2/files
