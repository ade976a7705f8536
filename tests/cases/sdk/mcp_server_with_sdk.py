"""Tools around the SDK with a lazily made client."""
import os

from attio import SDK
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("crm")
_sdk: SDK | None = None


def get_sdk() -> SDK:
    global _sdk
    if _sdk is None:
        _sdk = SDK(oauth2=os.environ["ATTIO_ACCESS_TOKEN"])
    return _sdk


@mcp.tool()
def search(query: str) -> list:
    result = get_sdk().records.post_v2_objects_records_search(query=query, objects=["people"], request_as={"type": "workspace"})  # call: POST /v2/objects/records/search
    return result.data


@mcp.tool()
async def transcript(meeting_id: str, recording: str):
    return await get_sdk().transcripts.get_v2_meetings_meeting_id_call_recordings_call_recording_id_transcript_async(meeting_id=meeting_id, call_recording_id=recording)  # call: GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript
