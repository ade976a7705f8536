"""The SDK is optional."""
try:
    from attio import SDK
except ImportError:
    SDK = None


def objects(token):
    if SDK is None:
        raise RuntimeError("not installed")
    with SDK(oauth2=token) as sdk:
        return sdk.objects.get_v2_objects()  # call: GET /v2/objects
