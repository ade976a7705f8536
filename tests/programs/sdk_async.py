import asyncio
import os

import attio


async def main() -> None:
    async with attio.SDK(oauth2=os.environ["ATTIO_TOKEN"]) as sdk:
        await asyncio.gather(sdk.objects.get_v2_objects_async(), sdk.workspace_members.get_v2_workspace_members_async())


asyncio.run(main())
