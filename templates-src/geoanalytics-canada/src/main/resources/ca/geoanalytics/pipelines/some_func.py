import os

print(os.getenv("TASKSAY"))
