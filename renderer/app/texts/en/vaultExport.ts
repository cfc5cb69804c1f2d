/** The whole vault as readable files. */
export const vaultExport = {
  title: 'The whole vault in readable form',
  text: 'All dossiers, proposals and files as ordinary files: JSON, documents and an explanation. For moving to another program or for an archive; a vault cannot be restored from them, that is what backups are for.',
  open: 'Export everything…',
  dialog: {
    title: 'Export everything in readable form',
    warning: 'What is exported is not encrypted',
    warningText:
      'Whoever opens the folder can read everything: clients, people, prices, letters. It may get into a cloud, a backup of the computer or its search. Choose a folder on an encrypted disk and delete it when it is no longer needed.',
    private: 'Export private notes too',
    privateHint:
      'Notes on people, psychotypes, attitudes, taboos. Facts of special categories are never exported.',
    understood: 'I understand that the files will not be encrypted',
    submit: 'Choose a folder and export',
    cancel: 'Cancel',
    running: 'Exporting…',
    stop: 'Stop',
  },
  done: 'Exported: folder “{{folder}}”',
  doneText: 'Records: {{records}}, files: {{files}}.',
  refused: 'Not exported',
  stopped: 'The export was stopped, the folder was removed',
};
