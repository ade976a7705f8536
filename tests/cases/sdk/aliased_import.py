"""The class under another name."""
from attio import SDK as Attio


def build(token) -> Attio:
    return Attio(oauth2=token)


build("t").attributes.get_v2_target_identifier_attributes(target="objects", identifier="people")  # call: GET /v2/{target}/{identifier}/attributes
