"""Models, errors and attributes of the SDK that send nothing."""
# expects nothing
from attio import SDK, errors, models

sdk = SDK(oauth2="t")
configuration = sdk.sdk_configuration
request = models.PostV2FilesRequest
print(sdk.records, errors.SDKError, dir(sdk.notes))
