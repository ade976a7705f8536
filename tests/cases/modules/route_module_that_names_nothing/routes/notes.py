from fastapi import APIRouter, Request

router = APIRouter()


@router.get("/notes/{key}")
def note(key: str, request: Request):
    return request.app.state.attio.get(f"/notes/{key}").json()  # call: GET /v2/notes/{note_id}


@router.delete("/notes/{key}")
async def drop(key: str, request: Request):
    attio = request.app.state.attio
    return attio.delete(f"/notes/{key}").status_code  # call: DELETE /v2/notes/{note_id}
