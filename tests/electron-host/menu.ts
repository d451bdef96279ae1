type Template = {
  label?: string;
  role?: string;
  type?: string;
  enabled?: boolean;
  checked?: boolean;
  accelerator?: string;
  id?: string;
  click?: (item: MenuItem, window?: undefined, event?: object) => void;
  submenu?: Template[];
};

export class MenuItem {
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly id: string;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  checked: boolean;
  readonly click: () => void;

  constructor(template: Template) {
    const { label = '', role, type, id = '', accelerator, submenu, enabled = true, checked = false, click } = template;
    this.label = label;
    this.role = role;
    this.type = type ?? (submenu ? 'submenu' : 'normal');
    this.id = id;
    this.accelerator = accelerator;
    this.submenu = submenu && Menu.buildFromTemplate(submenu);
    this.enabled = enabled;
    this.checked = checked;
    this.click = () => click?.(this, undefined, {});
  }
}

export class Menu {
  items: MenuItem[] = [];
  static #application: Menu | null = null;

  static buildFromTemplate(template: Template[]): Menu {
    const menu = new Menu();
    menu.items = template.map((item) => new MenuItem(item));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu = (): Menu | null => Menu.#application;

  popup(): void {}
}
