from router import Router

router = Router()


@router.command("/find")
def find(context):
    return context.post("/objects/people/records/query")  # call: POST /v2/objects/{object}/records/query


@router.command("/who")
def who(context):
    return context.get("/self")  # call: GET /v2/self


def nobody(context):
    return context.get("/notes")
