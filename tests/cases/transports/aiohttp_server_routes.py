"""Server routes of aiohttp."""
# expects nothing
from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/v2/objects")
async def objects(request):
    return web.json_response({"data": []})


app = web.Application()
app.router.add_post("/v2/notes", objects)
app.add_routes([web.get("/v2/lists", objects)])
