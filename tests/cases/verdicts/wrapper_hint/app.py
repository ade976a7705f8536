"""What a function from elsewhere does with its arguments, the configuration says."""

from vendored import crm

crm.send("POST", where="/webhooks")  # call: POST /v2/webhooks # error: ATS001 webhook:read-write
crm.fetch("/v2/webhooks")  # call: GET /v2/webhooks
crm.other("/v2/webhooks")
