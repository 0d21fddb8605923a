"""asyncio.taskgroups: tasks that end together."""

from . import events, exceptions, tasks

__all__ = ('TaskGroup',)

# How far a group is: its block has not begun, runs, has ended (and waits for the tasks).
_NEW, _ENTERED, _LEAVING = range(3)
# They leave the group as they are.
_FATAL = (SystemExit, KeyboardInterrupt)


class TaskGroup:
    """Tasks of one block, which ends when all of them have; the first that fails cancels the others and the block."""

    def __init__(self):
        self._stage = _NEW
        self._aborting = False
        self._loop = self._parent_task = None
        # Whether the parent was cancelled by the group, because a task has failed.
        self._stopped_parent = False
        # In the order of creation.
        self._tasks = {}
        self._errors = []
        self._fatal = None
        # The parent waits for it at the end of the block.
        self._all_ended = None

    def __repr__(self):
        counts = [f' {name}={len(things)}' for name, things in (('tasks', self._tasks), ('errors', self._errors)) if things]
        how = ' cancelling' if self._aborting else '' if self._stage == _NEW else ' entered'
        return f"<TaskGroup{''.join(counts)}{how}>"

    async def __aenter__(self):
        if self._stage != _NEW:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        self._loop = loop = events.get_running_loop()
        self._parent_task = tasks.current_task(loop)
        if self._parent_task is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        self._stage = _ENTERED
        return self

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        if self._stage == _NEW:
            why_not = 'has not been entered'
        elif self._stage == _LEAVING and not self._tasks:
            why_not = 'is finished'
        elif self._aborting:
            why_not = 'is shutting down'
        else:
            why_not = None
        if why_not is not None:
            raise RuntimeError(f'TaskGroup {self!r} {why_not}')
        if context is not None:
            kwargs['context'] = context
        task = self._loop.create_task(coro, **kwargs)
        tasks._set_task_name(task, name)
        # An eager one may have ended well already.
        if not task.done() or task.cancelled() or task._exception is not None:
            self._tasks[task] = None
            task.add_done_callback(self._on_task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in list(self._tasks):
            if not task.done():
                task.cancel()

    def _note(self, problem):
        if self._fatal is None and isinstance(problem, _FATAL):
            self._fatal = problem

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        waiting = self._all_ended
        if not self._tasks and waiting is not None and not waiting.done():
            waiting.set_result(True)
        problem = None if task.cancelled() else task.exception()
        if problem is None:
            return
        self._errors.append(problem)
        self._note(problem)
        parent = self._parent_task
        if parent.done():
            # Nobody is there any more who could raise it.
            self._loop.call_exception_handler({
                'message': f'Task {task!r} has errored out but its parent task {parent} is already completed',
                'exception': problem, 'task': task})
        elif not self._aborting and not self._stopped_parent:
            self._abort()
            self._stopped_parent = True
            parent.cancel()

    async def __aexit__(self, kind, problem, traceback):
        self._stage = _LEAVING
        self._note(problem)
        cancelled = isinstance(problem, exceptions.CancelledError)
        # A cancellation from outside goes on at the end; one by the group has served its purpose.
        passed_on = problem if cancelled else None
        if self._stopped_parent and self._parent_task.uncancel() == 0:
            passed_on = None
        if problem is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._all_ended = ended = self._loop.create_future()
            ended._lane_name = 'TaskGroup'
            try:
                await ended
            except exceptions.CancelledError as again:
                if not self._aborting:
                    passed_on = again
                    self._abort()
            self._all_ended = None
        if self._fatal is not None:
            raise self._fatal
        if passed_on is not None and not self._errors:
            raise passed_on
        if problem is not None and not cancelled:
            self._errors.append(problem)
        errors, self._errors = self._errors, []
        if errors:
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', errors) from None
