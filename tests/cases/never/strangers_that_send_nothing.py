"""Libraries that keep, check, show or answer an address, and send nothing."""
# expects nothing
import rich
import streamlit as st
import yarl
from acme.errors import NotFoundError
from acme.forms import Field, HttpUrl
from acme.log import log_url, mask_url
from acme.registry import register_uri
from cachetools import TTLCache
from flask import redirect, request
from fake import mock_get
from mcp.server.fastmcp import FastMCP
from pydantic import AnyHttpUrl
from structlog import get_logger

NOTES = "https://api.attio.com/v2/notes"
log_url(NOTES)
mask_url("GET", NOTES)
rich.print(NOTES)
get_logger().msg("GET", url=NOTES)
yarl.URL(NOTES).with_query(limit=1)
AnyHttpUrl(NOTES)
HttpUrl(NOTES)
Field("GET", default=NOTES)
TTLCache(10, 10).get(NOTES)
request.args.get(NOTES)
redirect(NOTES)
register_uri("GET", NOTES)
mock_get("GET", NOTES)
st.code(NOTES)
seen = set()
seen.add(NOTES)


@FastMCP("x").resource(NOTES)
def notes(): ...


def fail(spans, metrics, response):
    spans.set_attribute("http.url", NOTES)
    metrics.increment("attio", NOTES)
    response.find("GET", NOTES)
    raise NotFoundError("GET", NOTES)
