from fastapi import APIRouter, Request

router = APIRouter()


@router.get("/find")
def find(request: Request):
    return request.app.state.search.get("/notes").json()
