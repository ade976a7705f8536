from company.crm.http import send
from company.crm import http

send("GET", "/workspace_members")  # call: GET /v2/workspace_members
http.send("GET", "/files")  # call: GET /v2/files
