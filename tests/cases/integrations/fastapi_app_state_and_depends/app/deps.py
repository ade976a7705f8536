# expects nothing
from collections.abc import AsyncGenerator
from typing import Annotated

from fastapi import Depends, Request

from app.attio import AttioClient


def get_attio(request: Request) -> AttioClient:
    return request.app.state.attio


async def get_scoped() -> AsyncGenerator[AttioClient, None]:
    client = AttioClient(token="t")
    try:
        yield client
    finally:
        await client.close()


AttioDep = Annotated[AttioClient, Depends(get_attio)]
