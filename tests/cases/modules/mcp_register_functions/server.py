from mcp.server.fastmcp import FastMCP

from client import AttioClient
from tool_modules import notes, records

mcp = FastMCP("crm")
client = AttioClient("k")
notes.register(mcp, client)
records.register(mcp, client)
