import state


def work():
    state.session.get(state.S.base + "/notes")
