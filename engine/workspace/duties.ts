import type { Duty, TransparencyDuty } from '../catalogue/types';
import type { Row } from '../kinds/record';
import { ofRoute, readBasis } from './ai-act-basis';
import { filledText, valueOf, valuesOf } from './names';
import type { WorkspaceView } from './workspace-view';

/** What the AI Act asks of a system in one of the roles that are written for it. */
export interface RoleDuties {
  readonly role: string;
  readonly duties: readonly Duty[];
}

/** The duties of a system's tier, for each of its roles, and the transparency duties that are named for it. */
export interface SystemDuties {
  readonly roles: readonly RoleDuties[];
  readonly transparency: readonly TransparencyDuty[];
}

/** The duties of the tier that a person wrote down; none where there is no tier yet, or the system is retired. We never infer one. */
export function dutiesOf(view: WorkspaceView, system: Row): SystemDuties {
  const tier = valueOf(system, 'ai_act.tier');
  if (tier === '' || tier === 'undetermined' || valueOf(system, 'lifecycle') === 'retired')
    return { roles: [], transparency: [] };
  const act = view.catalogue.aiAct;
  const basis = readBasis(filledText(system, 'ai_act.basis'));
  const roles = [...new Set(valuesOf(system, 'roles'))].flatMap((role) => {
    const own = ofRoute(
      act.duties.filter((duty) => duty.tier === tier && duty.role === role),
      basis,
    );
    const general = act.duties.filter((duty) => duty.tier === 'all' && duty.role === role);
    const duties = [...own, ...general];
    return duties.length === 0 ? [] : [{ role, duties }];
  });
  const transparency = valuesOf(system, 'ai_act.transparency').flatMap((point) =>
    act.transparency.filter(({ id }) => point.replace(/\s/g, '').includes(id)),
  );
  return { roles, transparency };
}
