from fastapi import APIRouter, Request

router = APIRouter(prefix="/notes")


@router.delete("/{key}")
def drop(key: str, request: Request):
    crm = request.app.state.crm
    return crm.delete(f"/notes/{key}").status_code
