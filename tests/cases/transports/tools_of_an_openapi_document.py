"""FastMCP makes tools of a document, which send by the client that it is given."""
import json

import httpx
from fastmcp import FastMCP

SPEC = json.load(open("attio.json"))
attio = httpx.AsyncClient(base_url="https://api.attio.com")
hubspot = httpx.AsyncClient(base_url="https://api.hubapi.com")
mcp = FastMCP.from_openapi(openapi_spec=SPEC, client=attio)  # unresolved: a document that is read at run time decides it
other = FastMCP.from_openapi(SPEC, hubspot)
