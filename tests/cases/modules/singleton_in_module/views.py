import clients
from clients import attio, openai

attio.get("/files")  # call: GET /v2/files
openai.get("/files")
clients.attio.delete("/files/f1")  # call: DELETE /v2/files/{file_id}
clients.openai.delete("/files/f1")
