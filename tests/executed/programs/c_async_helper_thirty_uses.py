# sends: DELETE /v2/comments/{comment_id}, DELETE /v2/lists/{list}/entries/{entry_id}, DELETE /v2/notes/{note_id}, DELETE /v2/objects/{object}/records/{record_id}, DELETE /v2/tasks/{task_id}, DELETE /v2/webhooks/{webhook_id}, GET /v2/emails, GET /v2/files, GET /v2/lists, GET /v2/lists/{list}, GET /v2/meetings, GET /v2/notes, GET /v2/objects, GET /v2/objects/{object}, GET /v2/self, GET /v2/tasks, GET /v2/threads, GET /v2/webhooks, PATCH /v2/lists/{list}, PATCH /v2/tasks/{task_id}, PATCH /v2/webhooks/{webhook_id}, POST /v2/comments, POST /v2/lists, POST /v2/notes, POST /v2/objects, POST /v2/tasks, POST /v2/webhooks
import asyncio

import aiohttp

ROOT = "https://api.attio.com"


async def do(session, verb, path, body=None):
    async with session.request(verb, f"{ROOT}{path}", json=body) as answer:
        answer.raise_for_status()
        return await answer.json()


async def x1(s): return await do(s, "GET", "/v2/objects")
async def x2(s): return await do(s, "GET", "/v2/objects/people")
async def x3(s): return await do(s, "GET", "/v2/objects/deals")
async def x4(s): return await do(s, "GET", "/v2/lists")
async def x5(s): return await do(s, "GET", "/v2/lists/sales")
async def x6(s): return await do(s, "GET", "/v2/notes")
async def x7(s): return await do(s, "GET", "/v2/tasks")
async def x8(s): return await do(s, "GET", "/v2/threads")
async def x9(s): return await do(s, "GET", "/v2/webhooks")
async def y1(s): return await do(s, "GET", "/v2/meetings")
async def y2(s): return await do(s, "GET", "/v2/files")
async def y3(s): return await do(s, "GET", "/v2/self")
async def y4(s): return await do(s, "POST", "/v2/notes", {})
async def y5(s): return await do(s, "POST", "/v2/tasks", {})
async def y6(s): return await do(s, "POST", "/v2/webhooks", {})
async def y7(s): return await do(s, "POST", "/v2/comments", {})
async def y8(s): return await do(s, "POST", "/v2/lists", {})
async def y9(s): return await do(s, "POST", "/v2/objects", {})
async def z1(s, k): return await do(s, "DELETE", f"/v2/notes/{k}")
async def z2(s, k): return await do(s, "DELETE", f"/v2/tasks/{k}")
async def z3(s, k): return await do(s, "DELETE", f"/v2/webhooks/{k}")
async def z4(s, k): return await do(s, "DELETE", f"/v2/comments/{k}")
async def z5(s, k): return await do(s, "DELETE", f"/v2/lists/sales/entries/{k}")
async def z6(s, k): return await do(s, "PATCH", f"/v2/tasks/{k}", {})
async def z7(s, k): return await do(s, "PATCH", f"/v2/webhooks/{k}", {})
async def emails(s): return await do(s, "GET", "/v2/emails")
async def rename(s, k): return await do(s, "PATCH", f"/v2/lists/{k}", {})
async def purge(s, slug, k): return await do(s, "DELETE", f"/v2/objects/{slug}/records/{k}")


async def main():
    async with aiohttp.ClientSession() as session:
        await x1(session)
        await x2(session)
        await x3(session)
        await x4(session)
        await x5(session)
        await x6(session)
        await x7(session)
        await x8(session)
        await x9(session)
        await y1(session)
        await y2(session)
        await y3(session)
        await y4(session)
        await y5(session)
        await y6(session)
        await y7(session)
        await y8(session)
        await y9(session)
        await z1(session, "1")
        await z2(session, "1")
        await z3(session, "1")
        await z4(session, "1")
        await z5(session, "1")
        await z6(session, "1")
        await z7(session, "1")
        await emails(session)
        await rename(session, "1")
        await purge(session, "1", "1")


if __name__ == "__main__":
    asyncio.run(main())
