# expects nothing
from aiohttp import web

ATTIO = "https://api.attio.com/v2"
routes = web.RouteTableDef()


@routes.get("/v2/lists")
async def lists(request):
    return web.json_response({"from": ATTIO})


@routes.post("/v2/notes")
async def notes(request):
    return web.json_response({})


app = web.Application()
app.router.add_get("/v2/self", lists)
app.add_routes([web.post("/v2/tasks", notes), web.get("/v2/tasks", lists)])
