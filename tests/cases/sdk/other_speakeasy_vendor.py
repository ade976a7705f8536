"""Another vendor's generated SDK of the same style."""
# expects nothing
from acme_crm import SDK

with SDK(oauth2="t") as sdk:
    sdk.records.list_records(object="people")
    sdk.objects.get_objects()
