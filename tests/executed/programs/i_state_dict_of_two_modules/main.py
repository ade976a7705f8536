# sends: GET /v2/lists
# near: two modules have a dict of the same name; only one holds Attio's client
import attio_state
import other_state

attio_state.start()
other_state.start()
attio_state.state["http"].get("/lists")
other_state.state["http"].get("/lists")
