"""A path that depends on the slice: a site for each return."""
from airbyte_cdk.sources.streams.http import HttpStream


class Members(HttpStream):
    url_base = "https://api.attio.com/v2"
    primary_key = "id"

    def path(self, stream_slice=None, **kwargs):
        if stream_slice:
            return f"/workspace_members/{stream_slice['id']}"  # call: GET /v2/workspace_members/{workspace_member_id}
        return "/workspace_members"  # call: GET /v2/workspace_members
