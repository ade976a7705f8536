"""A resource that the SDK's model does not have: reported, not guessed."""
from acme import SDK as Other
from attio import SDK

sdk = SDK(oauth2="t")
sdk.workflows.get_v2_workflows()  # unresolved: the SDK has no resource `workflows`
sdk.workflows.runs.list()  # unresolved: the SDK has no resource `workflows.runs`
sdk.get_v2_thing()  # unresolved: the SDK has no method `get_v2_thing`
sdk.sdk_configuration.get_server_details()
sdk.close()
Other(oauth2="t").workflows.get_v2_workflows()


def run(s: SDK):
    s.workflows.get_v2_workflows()  # unresolved: the SDK has no resource `workflows`


async def later():
    async with SDK(oauth2="t") as s:
        await s.workflows.get_v2_workflows_async()  # unresolved: the SDK has no resource `workflows`
