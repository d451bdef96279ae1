import { createContext, useContext } from 'react';
import type { Api } from '#renderer/client/api.ts';

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('The screens are drawn only once the app is connected.');
  return api;
}
