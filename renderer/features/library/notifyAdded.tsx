import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { translate } from '../../app/i18n.ts';
import { goTo, type Place } from '../../app/place.ts';
import classes from './library.module.css';

/** Says that an item came into the library, and offers to open it there for ten seconds. */
export function notifyAdded(text: string, place: Place): void {
  const shown = notifications.show({
    autoClose: 10_000,
    message: (
      <span className={classes.doneLine}>
        {text}
        <Button
          onClick={() => {
            notifications.hide(shown);
            goTo(place);
          }}
          size="xs"
        >
          {translate('library:toLibrary.open')}
        </Button>
      </span>
    ),
  });
}
