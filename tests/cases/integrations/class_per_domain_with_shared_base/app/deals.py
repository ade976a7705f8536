from app.base import BaseAttio


class Deals(BaseAttio):
    slug = "deals"

    async def find(self, name: str):
        rows = await self._post(f"/objects/{self.slug}/records/query", {"filter": {"name": name}})  # call: POST /v2/objects/{object}/records/query
        return rows[0] if rows else None

    async def owner(self, deal: dict):
        ref = deal["values"]["owner"][0]["referenced_actor_id"]
        return await self._get(f"/workspace_members/{ref}")  # call: GET /v2/workspace_members/{workspace_member_id}

    async def stages(self):
        return await self._get(f"/objects/{self.slug}/attributes/stage/statuses")  # call: GET /v2/{target}/{identifier}/attributes/{attribute}/statuses


class Meetings(BaseAttio):
    async def transcript(self, meeting: str, recording: str):
        return await self._get(f"/meetings/{meeting}/call_recordings/{recording}/transcript")  # call: GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript
