"""niquests."""
import niquests

niquests.get("https://api.attio.com/v2/self")  # call: GET /v2/self
with niquests.Session(base_url="https://api.attio.com/v2") as session:
    session.get("/lists")  # call: GET /v2/lists


async def main():
    async with niquests.AsyncSession() as s:
        await s.get("https://api.attio.com/v2/tasks")  # call: GET /v2/tasks
