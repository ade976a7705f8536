from client import AttioClient
from tools import TOOLS


async def handle(name, args):
    client = AttioClient()
    return await TOOLS[name](client, args)
