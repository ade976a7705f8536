# sends: DELETE /v2/tasks/{task_id}, GET /v2/notes, GET /v2/self
import sdk


def main():
    sdk.notes.list_notes()
    sdk.tasks.drop("1")
    sdk.get("/self")


main()
