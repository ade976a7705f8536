import kit
import kit.attio.records

kit.attio.records.query("people")
kit.attio.http.send("GET", "/lists")  # call: GET /v2/lists
