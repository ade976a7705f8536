from activities import api

calls = api.Activity("calls")
made = calls.add({"subject": "Intro"})
record_id = "42"
calls.upsert({"subject": "Intro"})
calls.read(record_id)
calls.change(record_id, {"subject": "Demo"})
calls.replace(record_id, {"subject": "Demo"})
calls.drop(record_id)
assert list(calls.search()) != []
