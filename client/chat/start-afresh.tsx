import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface StartAfreshProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks first: the conversation cannot be brought back. */
export default function StartAfresh({ open, onOpenChange }: StartAfreshProps) {
  const { strings, connection } = useApp();
  const words = strings.header;
  const close = () => onOpenChange(false);
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      shape="box"
      title={words.startAfreshQuestion}
      description={words.startAfreshDetail}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={close}>
          {words.keep}
        </Button>
        <Button
          look="primary"
          onClick={() => {
            connection.startAfresh();
            close();
          }}
        >
          {words.startAfresh}
        </Button>
      </div>
    </Sheet>
  );
}
