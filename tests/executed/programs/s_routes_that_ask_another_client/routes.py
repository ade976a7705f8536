from fastapi import APIRouter, Request

router = APIRouter()


@router.get("/find/{text}")
def find(text: str, request: Request):
    return request.app.state.search.get(f"/objects/{text}").json()
