# expects nothing
import asyncio
import os

from crm.registry import get_provider

provider = get_provider(os.environ.get("CRM", "attio"), os.environ["CRM_KEY"])
asyncio.run(provider.upsert_contact({"email": "a@b.c"}))
