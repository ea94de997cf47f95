/** Nothing that people did may be rewritten: the audit trail and the history only grow. */
export const onlyGrowing = ['audit', 'facts', 'history', 'coding_acts', 'coding_changes']
